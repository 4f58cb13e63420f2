@echo off
rem Klik dua kali berkas ini: program disiapkan bila perlu, lalu dasbor dibuka di peramban.
rem "zi periksa" dan sebagainya menjalankan perintah lain. ZI_KANTOR: folder kerja kantor,
rem bila bukan folder ini.
setlocal
chcp 65001 >nul
set "PROGRAM=%~dp0"
if not defined ZI_KANTOR set "ZI_KANTOR=%PROGRAM%"
set "PY=%PROGRAM%.venv\Scripts\python.exe"
set "DAFTAR=%PROGRAM%requirements.lock"
set "TERPASANG=%PROGRAM%.venv\terpasang.lock"

if not exist "%PY%" goto siapkan
fc /b "%DAFTAR%" "%TERPASANG%" >nul 2>nul
if errorlevel 1 goto pasang
goto jalankan

:siapkan
set "DASAR="
call :coba py -3
call :coba python
call :coba python3
if not defined DASAR goto tanpa_python
echo Menyiapkan program untuk pertama kali. Ini memerlukan internet dan beberapa menit ...
%DASAR% -m venv "%PROGRAM%.venv"
if errorlevel 1 goto gagal_folder

:pasang
echo Memasang pustaka yang diperlukan ...
"%PY%" -m pip install --quiet --disable-pip-version-check --require-hashes -r "%DAFTAR%"
if errorlevel 1 goto gagal_pasang
copy /y "%DAFTAR%" "%TERPASANG%" >nul

:jalankan
pushd "%ZI_KANTOR%"
if errorlevel 1 goto gagal_kantor
if "%~1"=="" goto dasbor
"%PY%" "%PROGRAM%generate.py" %*
exit /b %errorlevel%

:dasbor
"%PY%" "%PROGRAM%generate.py" dasbor
set "KODE=%errorlevel%"
rem Ctrl-C (130) adalah cara biasa untuk menutup dasbor.
if "%KODE%"=="0" exit /b 0
if "%KODE%"=="130" exit /b 130
echo.
echo Program berhenti dengan kode %KODE%. Pesan di atas menyebut sebabnya.
pause
exit /b %KODE%

:coba
if defined DASAR exit /b 0
%* -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if not errorlevel 1 set "DASAR=%*"
exit /b 0

:tanpa_python
echo Python 3.11 atau yang lebih baru belum terpasang di komputer ini.
echo Pasanglah dari https://www.python.org/downloads/ dengan tanda centang pada
echo "Add python.exe to PATH", lalu klik dua kali berkas ini kembali.
goto berhenti

:gagal_folder
echo Folder program tidak dapat ditulisi: %PROGRAM%
echo Pindahkan folder program ke tempat lain, misalnya ke Documents, lalu ulangi.
goto berhenti

:gagal_pasang
echo Pustaka tidak dapat dipasang. Periksa sambungan internet, lalu klik dua kali berkas ini
echo kembali. Bila tetap gagal, hapus folder .venv di %PROGRAM% lalu ulangi.
goto berhenti

:gagal_kantor
echo Folder kerja kantor tidak dapat dibuka: %ZI_KANTOR%
goto berhenti

:berhenti
echo.
pause
exit /b 1
